import type { Config } from 'tailwindcss'

/**
 * Maps the roles of `app/tokens.css`. Components use these names and the 4 px grid (`w-13` is 52 px), and no raw colours or
 * sizes.
 */
export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    // Under 721 px: cards. Under 1181 px: the top bar has no shortcuts and no account id.
    screens: { wide: '721px', mid: '1181px', large: '1241px' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      page: 'var(--bg)',
      chrome: 'var(--bg-chrome)',
      float: 'var(--bg-float)',
      hover: 'var(--bg-hover)',
      press: 'var(--bg-press)',
      selected: 'var(--bg-selected)',
      mark: 'var(--bg-mark)',
      backdrop: 'var(--backdrop)',
      'text-1': 'var(--text-1)',
      'text-2': 'var(--text-2)',
      'text-3': 'var(--text-3)',
      line: {
        DEFAULT: 'var(--line)',
        row: 'var(--line-row)',
        strong: 'var(--line-strong)',
        control: 'var(--line-control)',
      },
      accent: {
        DEFAULT: 'var(--accent)',
        hover: 'var(--accent-hover)',
        text: 'var(--accent-text)',
        on: 'var(--on-accent)',
      },
      danger: { DEFAULT: 'var(--danger)', bg: 'var(--danger-bg)', line: 'var(--danger-line)' },
      warn: { DEFAULT: 'var(--warn)', bg: 'var(--warn-bg)', line: 'var(--warn-line)' },
      ok: 'var(--ok)',
      frame: {
        bg: 'var(--frame-bg)',
        line: 'var(--frame-line)',
        mark: 'var(--frame-mark)',
        'on-mark': 'var(--frame-on-mark)',
        press: 'var(--frame-press)',
        text: 'var(--frame-text)',
      },
    },
    fontFamily: { sans: 'var(--font)', mono: 'var(--font-mono)' },
    fontSize: {
      11: ['11px', '16px'],
      12: ['12px', '16px'],
      13: ['13px', '20px'],
      14: ['14px', '20px'],
      16: ['16px', '24px'],
      18: ['18px', '24px'],
    },
    fontWeight: { normal: '400', medium: '500', semibold: '600' },
    borderRadius: { none: '0', 1: '3px', tag: '4px', 2: '5px', 3: '8px', full: '9999px' },
    boxShadow: { float: 'var(--shadow-float)', drawer: 'var(--shadow-drawer)', none: 'none' },
    zIndex: { head: '10', pin: '11', bar: '20', drawer: '30', menu: '40', dialog: '50', notice: '60', frame: '70' },
    letterSpacing: { name: '-0.005em', title: '-0.01em', 'page-title': '-0.014em' },
    extend: {
      width: { dialog: 'min(640px, calc(100vw - 1.5rem))' },
      maxWidth: { sentence: '60ch' },
      maxHeight: { dialog: 'calc(100dvh - 8rem)', sheet: '80dvh' },
      gridTemplateColumns: {
        facts: '128px minmax(0, 1fr)',
        'facts-narrow': '116px minmax(0, 1fr)',
        json: '160px minmax(0, 1fr)',
        'form-line': '1fr 1fr auto',
        'sign-in': 'minmax(0, 480px)',
        'sign-in-wide': '480px minmax(0, 520px)',
      },
      gridTemplateRows: {
        shell: 'var(--h-top) auto minmax(0, 1fr)',
        'head-body': 'auto minmax(0, 1fr)',
        'head-strip-body': 'auto auto minmax(0, 1fr)',
        'head-strip-body-foot': 'auto auto minmax(0, 1fr) auto',
        'head-filters-strip-body-foot': 'auto auto auto minmax(0, 1fr) auto',
      },
    },
  },
} satisfies Config

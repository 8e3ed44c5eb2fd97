import type { Config } from 'tailwindcss'

/**
 * Maps the roles of `app/tokens.css`. Components use these names and the 4 px grid (`w-13` is 52 px), and no raw colours or
 * sizes. All sizes are in rem, so that they grow with the size of text that a person has set in the browser (WCAG 1.4.4).
 */
export default {
  content: ['./app/**/*.{ts,tsx}', './components/**/*.{ts,tsx}'],
  theme: {
    // Under 45rem, 720 px at the usual size of text: cards. Under 73.75rem, 1180 px: less in the top bar. Under 22.5rem, 360 px:
    // narrower than any telephone, as at a zoom of 400 %.
    screens: { phone: '22.5rem', wide: '45rem', mid: '73.75rem', large: '77.5rem' },
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
      11: ['0.6875rem', '1rem'],
      12: ['0.75rem', '1rem'],
      13: ['0.8125rem', '1.25rem'],
      14: ['0.875rem', '1.25rem'],
      16: ['1rem', '1.5rem'],
      18: ['1.125rem', '1.5rem'],
    },
    fontWeight: { normal: '400', medium: '500', semibold: '600' },
    borderRadius: { none: '0', 1: '3px', tag: '0.25rem', 2: '0.3125rem', 3: '0.5rem', full: '100rem' },
    boxShadow: { float: 'var(--shadow-float)', drawer: 'var(--shadow-drawer)', none: 'none' },
    zIndex: { head: '10', pin: '11', bar: '20', drawer: '30', menu: '40', dialog: '50', notice: '60', frame: '70' },
    letterSpacing: { name: '-0.005em', title: '-0.01em', 'page-title': '-0.014em' },
    extend: {
      width: { dialog: 'min(40rem, calc(100vw - 1.5rem))' },
      maxWidth: { sentence: '60ch' },
      maxHeight: {
        dialog: 'calc(100dvh - 8rem)',
        palette: 'min(30rem, calc(100dvh - 8rem))',
        sheet: '80dvh',
        list: '50dvh',
      },
      gridTemplateColumns: {
        facts: '8rem minmax(0, 1fr)',
        'facts-narrow': '7.25rem minmax(0, 1fr)',
        json: '10rem minmax(0, 1fr)',
        'form-line': '1fr 1fr auto',
        'sign-in': 'minmax(0, 30rem)',
        'sign-in-wide': '30rem minmax(0, 32.5rem)',
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

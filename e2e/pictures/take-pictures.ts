import { expect, test } from '../fixtures'
import { sandbox } from '../sandbox'
import { languages, showScreen } from '../screens/screen'
import { screens } from '../screens/screens'
import { fileOf, folder, shots, themes } from './shots'

/** `npm run pictures`: all screens in both languages, at every size, in both themes, in forced colours and as print. */

test.afterEach(() => sandbox.faults([]))

for (const screen of screens)
  for (const { name: language, locale, t } of languages)
    test.describe(language, () => {
      test.use({ role: screen.role, locale })
      test(screen.name, async ({ page, watch }) => {
        test.setTimeout(180_000)
        if (screen.expectOnConsole) watch.expectOnConsole(screen.expectOnConsole)
        for (const { name, width, height, media, isPrint = false } of shots) {
          await page.emulateMedia({ media: null, forcedColors: null, colorScheme: 'light', reducedMotion: 'reduce' })
          await page.setViewportSize({ width, height })
          await showScreen(page, screen, t)
          // What is loaded lazily is on the picture too, and so is what it fetches.
          await page.waitForLoadState('networkidle')
          await expect(page.getByText(t.record.readingPart, { exact: true })).toHaveCount(0)
          for (const colorScheme of isPrint ? (['light'] as const) : themes) {
            await page.emulateMedia({ ...media, colorScheme })
            const path = `${folder}/${fileOf(screen.name, language, name, colorScheme)}`
            await page.screenshot({ path, fullPage: isPrint, animations: 'disabled' })
          }
        }
      })
    })

import type { Page } from '@playwright/test'
import { accounts } from '../../lib/sandbox/seed/seed'
import { expect, expectAccessible, test } from '../fixtures'
import { shots, themes } from '../pictures/shots'
import { sandbox } from '../sandbox'
import { expectLook } from '../screens/expect-look'
import { faultsOf, focusFaultsOf } from '../screens/faults-of'
import { type Language, languages, type Screen, showScreen } from '../screens/screen'
import { screens } from '../screens/screens'
import { amounts } from './amounts'

/**
 * Axe, and what axe does not see, on every screen: each in one of the languages, wide or narrow. Nightly runs take both
 * languages and every form of which there is a picture.
 */

/** Where a test that stands on the same screen, or on the one below a menu, asks axe about it. Nightly runs ask again. */
const isAxedElsewhere = (screen: Screen) =>
  screen.arrange !== undefined ||
  [
    ...['failed', 'filter not understood', 'deleted customers alone', 'list of a viewer', 'record of a viewer'],
    ...['record', 'own sessions', 'no role'],
  ].includes(screen.name)

const list = `/${accounts.test}/customers`
/** Ten rows of the plain list are as those of a whole page, which takes twice as long to look through. */
const withFewRows = (screen: Screen): Screen =>
  screen.path === list ? { ...screen, path: `${list}?limit=10` } : screen

test.afterEach(() => sandbox.faults([]))

/** The screen as it is, without a word on the way to it. Each fault is reported, so that one run names them all. */
async function expectSound(page: Page, language: Language, form: string): Promise<void> {
  expect.soft({ form, faults: await faultsOf(page, language) }).toEqual({ form, faults: [] })
}

async function expectFocusSeen(page: Page, form: string): Promise<void> {
  expect.soft({ form, faults: await focusFaultsOf(page) }).toEqual({ form, faults: [] })
}

async function expectSoundInEveryForm(page: Page, screen: Screen, language: Language): Promise<void> {
  for (const { name, width, height, media } of shots.filter(({ isPrint }) => !isPrint))
    await test.step(name, async () => {
      await page.setViewportSize({ width, height })
      await showScreen(page, screen, language.t)
      for (const colorScheme of themes) {
        await page.emulateMedia({ forcedColors: null, reducedMotion: 'reduce', ...media, colorScheme })
        await expectAccessible(page)
      }
      await expectSound(page, language, name)
      await expectFocusSeen(page, name)
    })
}

// By language and person, so that one browser context serves for many screens.
const inOrder = [...screens.entries()].toSorted(([, a], [, b]) => String(a.role).localeCompare(String(b.role)))
for (const [index, language] of languages.entries())
  for (const [at, screen] of inOrder.filter(([at]) => amounts.everyForm || index === at % languages.length))
    test.describe(language.name, () => {
      test.use({ role: screen.role, locale: language.locale })
      test(`nothing to stumble over: ${screen.name}`, async ({ page, watch }) => {
        if (screen.expectOnConsole) watch.expectOnConsole(screen.expectOnConsole)
        if (amounts.everyForm) {
          test.setTimeout(180_000)
          await expectSoundInEveryForm(page, screen, language)
          return
        }
        const isNarrow = at % 4 > 1
        await showScreen(page, withFewRows(screen), language.t)
        if (isNarrow) await page.setViewportSize({ width: 390, height: 844 })
        else await page.emulateMedia({ forcedColors: 'active' })
        await expectSound(page, language, isNarrow ? 'narrow' : 'wide, in forced colours')
        await page.emulateMedia({ forcedColors: null })
        await expectFocusSeen(page, isNarrow ? 'narrow' : 'wide')
        if (!isAxedElsewhere(screen)) await expectLook(page)
      })
    })

import type { Page } from '@playwright/test'

/** The folder of the pictures. It is empty in a fresh clone, and no picture is committed. */
export const folder = 'e2e/results/pictures'

type Media = NonNullable<Parameters<Page['emulateMedia']>[0]>
export type Shot = { name: string; width: number; height: number; media?: Media; isPrint?: boolean }

/** How each screen is looked at. Each is taken in the light and in the dark, except for print. */
export const shots: readonly Shot[] = [
  { name: '1440x900', width: 1440, height: 900 },
  { name: '1024x768', width: 1024, height: 768 },
  { name: '390x844', width: 390, height: 844 },
  { name: '320x256', width: 320, height: 256 },
  // A window of 1440 by 900 at a zoom of 400 %: a quarter of its CSS pixels.
  { name: '400 percent', width: 360, height: 225 },
  { name: 'forced colours', width: 1440, height: 900, media: { forcedColors: 'active' } },
  // The width of A4 between margins of 1 cm, at 96 pixels an inch.
  { name: 'print', width: 718, height: 1000, media: { media: 'print' }, isPrint: true },
]

export const themes = ['light', 'dark'] as const

export const slug = (name: string) => name.replace(/[^a-z0-9]+/gi, '-')

/** The file of one picture, in `folder`. */
export const fileOf = (screen: string, language: string, shot: string, theme: string) =>
  `${slug(screen)}/${language}-${slug(shot)}-${theme}.png`

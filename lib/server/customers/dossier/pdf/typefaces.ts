import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type Weight = 'regular' | 'semibold'

/**
 * Reads Inter in two weights, as the screens have it; its licence (OFL 1.1) lets a document embed it. The package has whole files,
 * with the letters of all European languages, where `@fontsource-variable/inter` has a file for each script, in a form for
 * browsers. The paths stand whole, so that the build copies these two files and no others.
 */
export async function readTypefaces(): Promise<Record<Weight, Buffer>> {
  const [regular, semibold] = await Promise.all([
    readFile(join(process.cwd(), 'node_modules/@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')),
    readFile(join(process.cwd(), 'node_modules/@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf')),
  ])
  return { regular, semibold }
}

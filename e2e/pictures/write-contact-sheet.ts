import { existsSync, writeFileSync } from 'node:fs'
import { languages } from '../screens/screen'
import { screens } from '../screens/screens'
import { fileOf, folder, shots, themes } from './shots'

const style = `body { font: 13px system-ui; margin: 24px; color: #222; background: #e8e8e8 }
h2 { margin: 40px 0 8px; position: sticky; top: 0; background: #e8e8e8 }
div { display: flex; flex-wrap: wrap; gap: 12px; align-items: flex-start }
figure { margin: 0 } img { display: block; max-width: 360px; max-height: 300px; border: 1px solid #999 }`

/** The pictures of a screen, in the order in which they are taken. */
function figuresOf(screen: string): string {
  const files = languages.flatMap(({ name: language }) =>
    shots.flatMap((shot) =>
      themes.map((theme) => ({
        file: fileOf(screen, language, shot.name, theme),
        caption: `${language}, ${shot.name}, ${theme}`,
      })),
    ),
  )
  return files
    .filter(({ file }) => existsSync(`${folder}/${file}`))
    .map(
      ({ file, caption }) =>
        `<figure><a href="${file}"><img src="${file}" loading="lazy" alt="${caption}"></a><figcaption>${caption}</figcaption></figure>`,
    )
    .join('\n')
}

/** Writes `index.html`: all pictures that are there, screen by screen. Playwright calls it when all have been taken. */
export default function writeContactSheet(): void {
  const sections = screens.map(({ name }) => `<h2>${name}</h2>\n<div>${figuresOf(name)}</div>`)
  const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>All screens</title><style>${style}</style>`
  writeFileSync(`${folder}/index.html`, `${head}<h1>All screens</h1>${sections.join('\n')}</html>`)
  console.log(`${folder}/index.html shows them all.`)
}

import 'server-only'

/**
 * Breaks a text into lines of a width: at its line breaks, between words, and within a word that no line has room for. The library
 * breaks lines too, and takes seconds for a word of thousands of characters.
 */
export function breakLines(text: string, width: number, widthOf: (character: string) => number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let line = ''
    let used = 0
    const end = () => {
      lines.push(line.trimEnd())
      line = ''
      used = 0
    }
    for (const word of paragraph.split(/(?<= )/)) {
      const widths = [...word].map((character) => ({ character, width: widthOf(character) }))
      const whole = widths.reduce((sum, one) => sum + (one.character === ' ' ? 0 : one.width), 0)
      if (used > 0 && used + whole > width) end()
      for (const one of widths) {
        if (used + one.width > width && one.character !== ' ') end()
        line += one.character
        used += one.width
      }
    }
    end()
  }
  return lines
}

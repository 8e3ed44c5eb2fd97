/** What the stores sell, and who sells it. Prices are in øre, with tax. */

export type Article = {
  readonly name: string
  /** The short name on the till's screen. */
  readonly alias: string
  readonly group: string
  readonly price: number
  readonly sizes: readonly string[]
  readonly colors: readonly string[]
  readonly taxPercent: number
}

const clothes = ['XS', 'S', 'M', 'L', 'XL']
const shoes = ['36', '37.5', '38', '39.5', '41', '42', '43', '44.5', '46']
const none: readonly string[] = []

const article = (
  name: string,
  alias: string,
  group: string,
  kroner: number,
  sizes: readonly string[] = none,
  colors: readonly string[] = none,
  taxPercent = 25,
): Article => ({ name, alias, group, price: kroner * 100, sizes, colors, taxPercent })

export const articles: readonly Article[] = [
  article('Skalljakke Rondane', 'JAKKE RONDANE', 'Klær', 2999, clothes, ['Blå', 'Svart', 'Rust']),
  article('Dunjakke Jotun', 'JAKKE JOTUN', 'Klær', 3499, clothes, ['Svart', 'Mose']),
  article('Fleecegenser Fjell', 'FLEECE FJELL', 'Klær', 799, clothes, ['Grå', 'Marine']),
  article('Ullundertøy overdel', 'ULL OVERDEL', 'Klær', 699, clothes, ['Svart', 'Rød']),
  article('Ullundertøy bukse', 'ULL BUKSE', 'Klær', 599, clothes, ['Svart']),
  article('Ullsokker 2-pack', 'ULLSOKK 2PK', 'Klær', 249, ['36–39', '40–43', '44–47'], ['Grå']),
  article('Løpetights', 'TIGHTS LØP', 'Klær', 899, clothes, ['Svart']),
  article('Regnbukse barn', 'REGNBUKSE B', 'Klær', 399, ['98', '110', '122', '134'], ['Gul', 'Blå']),
  article('Turbukse Sota', 'BUKSE SOTA', 'Klær', 1299, clothes, ['Grå', 'Sort']),
  article('Lue Kvikk', 'LUE KVIKK', 'Klær', 299, none, ['Rød', 'Hvit', 'Marine']),
  article('Skihansker Polar', 'HANSKE POLAR', 'Klær', 599, clothes, ['Svart']),
  article('Løpesko Strand', 'SKO STRAND', 'Sko', 1499, shoes, ['Hvit', 'Koral']),
  article('Fjellstøvler Besseggen', 'STØVEL BESS', 'Sko', 2799, shoes, ['Brun']),
  article('Joggesko Byen', 'SKO BYEN', 'Sko', 999, shoes, ['Hvit', 'Sort']),
  article('Fotballsko grus', 'FOTBSKO GRUS', 'Sko', 749, shoes, ['Gul']),
  article('Langrennssko Skate', 'SKISKO SKATE', 'Ski', 2499, shoes, ['Sort']),
  article('Langrennsski Smøring', 'SKI SMØRING', 'Ski', 3999, ['190 cm', '195 cm', '200 cm', '205 cm']),
  article('Skistaver Karbon', 'STAV KARBON', 'Ski', 1299, ['145 cm', '150 cm', '155 cm', '160 cm']),
  article('Skismøring blå ekstra', 'SMØRING BLÅ', 'Ski', 129),
  article('Glider høyfluorfri', 'GLIDER', 'Ski', 349),
  article('Skiservice', 'SKISERVICE', 'Verksted', 449),
  article('Sykkelservice stor', 'SYKKELSERV', 'Verksted', 1490),
  article('Terrengsykkel Hardt', 'SYKKEL HARDT', 'Sykkel', 14_999, ['S', 'M', 'L'], ['Grønn']),
  article('Sykkelhjelm', 'HJELM', 'Sykkel', 799, ['S', 'M', 'L'], ['Hvit', 'Sort']),
  article('Slange 29"', 'SLANGE 29', 'Sykkel', 99),
  article('Sykkellykt bak', 'LYKT BAK', 'Sykkel', 299),
  article('Sekk 28 l', 'SEKK 28L', 'Tur', 1199, none, ['Blå', 'Oransje']),
  article('Telt Rede 2', 'TELT REDE 2', 'Tur', 4299),
  article('Sovepose vinter', 'SOVEPOSE V', 'Tur', 3299),
  article('Termos 0,75 l', 'TERMOS 075', 'Tur', 399, none, ['Sølv', 'Rød']),
  article('Hodelykt 400 lm', 'HODELYKT', 'Tur', 549),
  article('Turkart Jotunheimen', 'TURKART', 'Tur', 299, none, none, 0),
  article('Fotball str. 5', 'FOTBALL 5', 'Lagidrett', 299),
  article('Håndball str. 2', 'HÅNDBALL 2', 'Lagidrett', 349),
  article('Padelracket', 'PADELRACKET', 'Lagidrett', 1299),
  article('Leggskinn', 'LEGGSKINN', 'Lagidrett', 149, ['S', 'M', 'L']),
  article('Yogamatte', 'YOGAMATTE', 'Trening', 349, none, ['Lilla']),
  article('Manualer 2×5 kg', 'MANUAL 2X5', 'Trening', 499),
  article('Svømmebriller', 'SVØMMEBRILLE', 'Trening', 199),
  article('Klatretau 60 m', 'TAU 60M', 'Klatring', 1999),
  article('Klatresele', 'SELE', 'Klatring', 699, ['S', 'M', 'L']),
  article('Energibar', 'ENERGIBAR', 'Mat', 35, none, none, 15),
  article('Sportsdrikk 0,5 l', 'SPORTSDRIKK', 'Mat', 42, none, none, 15),
  article('Bærepose', 'POSE', 'Annet', 4),
]

export const sellers = ['Ida Norum', 'Jonas', 'Marte', 'Ali Hassan', 'Synnøve', 'Petter', 'Thea Lund', 'Emil'] as const

export const campaigns = [
  ['campaign', 'Black Week', 20],
  ['campaign', 'Sommersalg', 30],
  ['member', 'Medlemspris', 10],
  ['campaign', 'Ta 3, betal for 2', 33],
  ['employee', 'Ansattrabatt', 25],
  ['manual', 'Prisavslag', 15],
] as const satisfies readonly (readonly [string, string, number])[]

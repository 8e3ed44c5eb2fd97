/** Parts of company names, and industries. */
export const trades = [
  ['Elektro', 'Elektroinstallasjon'],
  ['Rør & Varme', 'Rørleggerarbeid'],
  ['Bygg', 'Byggevirksomhet'],
  ['Transport', 'Godstransport'],
  ['Regnskap', 'Regnskap og revisjon'],
  ['Design', 'Designvirksomhet'],
  ['Bakeri', 'Produksjon av brød'],
  ['Bilverksted', 'Bilreparasjon'],
  ['Sport', 'Butikkhandel med sportsutstyr'],
  ['Barnehage', 'Barnehager'],
  ['Eiendom', 'Utleie av eiendom'],
  ['Maskin', 'Utleie av maskiner'],
  ['Fysioterapi', 'Helsetjenester'],
  ['Frisør', 'Frisering'],
  ['Konsult', 'Bedriftsrådgivning'],
  ['Data', 'Programvare'],
  ['Hage', 'Anleggsgartnere'],
  ['Fiske', 'Hav- og kystfiske'],
  ['Gård', 'Jordbruk'],
  ['Camping', 'Overnatting'],
] as const satisfies readonly (readonly [string, string])[]

export const clubs = ['Idrettslag', 'Skiklubb', 'Sykkelklubb', 'Turlag', 'Fotballklubb', 'Orienteringslag'] as const

export const clubPlaces = [
  'Nordfjord',
  'Beitostølen',
  'Tromsdalen',
  'Lambertseter',
  'Fana',
  'Byåsen',
  'Strindheim',
  'Varegg',
  'Hamar',
  'Sandnes',
  'Bodø',
  'Alta',
  'Voss',
  'Stryn',
  'Molde',
  'Asker',
  'Nesodden',
  'Kongsberg',
  'Lillehammer',
  'Trysil',
  'Oppdal',
  'Røros',
] as const

export const departments = ['Innkjøp', 'Økonomi', 'Salg', 'Drift', 'Ledelse', 'HMS', 'Lager'] as const

export const companySizes = ['1', '2', '4', '7', '12', '18', '25', '40', '80', '10-49', '50-249', '250+'] as const

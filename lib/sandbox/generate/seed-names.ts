/** Norwegian names, most common first. Rare names come from faker's Norwegian lists. */
const split = (text: string) => text.trim().split(/\s+/)

export const femaleNames = split(`
  Anne Inger Kari Marit Ingrid Liv Eva Berit Astrid Hilde Anna Solveig Marianne Randi Ida Nina Maria Elisabeth Kristin
  Bente Heidi Silje Hanne Linda Tone Tove Anita Wenche Ragnhild Camilla Ellen Karin Hege Julie Mona Marie Aud Monica Else
  Kristine Laila Turid Stine Sara Mette Emma Thea Nora Sofie Maja Emilie Ingeborg Åse Siri Grethe Lise Line Lene Gerd
  Unni Ruth Trine Jorunn Vilde Frida Malin Tonje Guro Helene Henriette Karoline Martine Hedda Ella Olivia Leah Amalie
  Sigrid Oda Tuva Ronja Mia Live Eline Selma Aurora Iben Alma Signe Tiril Ylva Synnøve Målfrid Gunnhild Norunn Kjersti
  Bodil Vigdis Oddny Eldbjørg Åshild Gro Torill Janne Cecilie Charlotte Victoria Mathilde Tiril Andrea Elise Rikke Mari
  Marte Birgitte Kaja Jenny Pernille Ragna Borghild Dagny Sunniva Amina Fatima Aisha Zainab Agnieszka Katarzyna Natalia
  Anne-Grethe Anne-Lise Ann-Kristin Inger-Johanne Liv-Marit Eli Kine Mina Saga Sofia Lilly Hennie Embla Eira Runa`)

export const maleNames = split(`
  Jan Per Bjørn Ole Lars Kjell Knut Arne Svein Thomas Geir Hans Morten Tor Martin Terje Odd Erik Andreas John Anders Rune
  Trond Tore Daniel Jon Kristian Tom Harald Olav Magnus Øyvind Stian Espen Gunnar Rolf Fredrik Eirik Christian Leif Einar
  Kristoffer Nils Helge Jonas Henrik Marius Steinar Håkon Jørgen Jakob Emil Mathias Sander Lucas Noah Oliver Filip Elias
  Oskar Isak Aksel Kasper Liam Theodor Johannes Sondre Sigurd Vegard Kjetil Frode Roar Stig Dag Ivar Egil Asbjørn Bård
  Pål Petter Sverre Torstein Trygve Ragnar Reidar Roger Ronny Robert Sebastian Simen Snorre Sindre Tobias Torbjørn Ulrik
  Vidar Yngve Øystein Åge Ådne Ørjan Eivind Endre Erlend Halvor Ingvar Iver Jarle Jens Joakim Kåre Mohammed Ali Ahmed
  Piotr Krzysztof Tomasz Norvald Thor-Inge Bjørn-Åge Jan-Erik Carl-Fredrik Ole-Martin Brage Birk Falk Storm Mikkel Even
  Ludvig August Gard Syver Amund Olai Odin Trym Tarjei Torjus Vetle Jostein`)

export const lastNames = split(`
  Hansen Johansen Olsen Larsen Andersen Pedersen Nilsen Kristiansen Jensen Karlsen Johnsen Pettersen Eriksen Berg Haugen
  Hagen Johannessen Andreassen Jacobsen Dahl Jørgensen Halvorsen Henriksen Lund Sørensen Jakobsen Moen Gundersen Iversen
  Strand Solberg Svendsen Eide Knutsen Martinsen Bakken Paulsen Kristoffersen Mathisen Lie Amundsen Rasmussen Nguyen
  Lunde Solheim Berge Moe Nygård Fredriksen Bakke Kristensen Lien Holm Hauge Christensen Andresen Nielsen Knudsen Evensen
  Sæther Aas Hanssen Myhre Haugland Haug Thomassen Sivertsen Simonsen Danielsen Sandvik Ali Berntsen Rønning Arnesen
  Næss Antonsen Vik Ellingsen Edvardsen Thorsen Strøm Gulbrandsen Birkeland Isaksen Ruud Aasen Ødegård Engen Ahmed
  Tangen Eliassen Jenssen Myklebust Mikkelsen Bøe Aune Helland Tveit Abrahamsen Brekke Nordmann Wold Hovland Sunde
  Dahle Christiansen Bjerke Sørlie Ludvigsen Fossum Nordby Nordli Nordahl Nordskog Nordhaug Norheim Norum Nordbø Nordmo
  Nordengen Nordnes Bjørgum Wøien Kvåle Løken Løvenskiold Skogstad Skaar Skår Sand Sletten Stokke Stene Steen Ulvestad
  Torgersen Tveten Vang Viken Vold Ytterdal Økland Ødegaard Østby Øverland Åsheim Åsen Ås Fjellheim Fjeld Foss Furuseth
  Gjerde Grønli Grøtte Gåsvær Heggelund Hjelmeland Høiland Håland Indrebø Kleiven Kleppe Klungland Kvam Langeland Lervik
  Lillebø Lunden Løvås Mæhle Midtbø Mo Myrvold Nordvik Oppedal Opsahl Refsnes Reinertsen Risan Roald Rustad Rød Rødland
  Sagen Salte Selnes Skjelbred Skoglund Slettebø Solli Solvang Storli Sundby Svarstad Tømmerås Vatne Vestby Vågen Wiik`)

/**
 * The page flag whose values are the countries (ISO 3166) in which a phone number without one may be read: the company's own,
 * and then its neighbours.
 */
export const phoneCountriesFlag = 'desk-phone-countries'

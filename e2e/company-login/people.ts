/** The people of the company's own login, each with a claim that an administrator may well have got wrong. */
export const companyPeople: Record<string, Record<string, unknown>> = {
  ingrid: { email: 'ingrid@company.example', name: 'Ingrid Company', roles: ['everyone', 'support'] },
  changing: { email: 'changing@company.example', name: 'Changing Company', roles: ['support'] },
  leader: { email: 'leader@company.example', name: 'Leader Company', roles: 'support-leads' },
  elsewhere: { email: 'elsewhere@company.example', name: 'Elsewhere Company', roles: ['abroad'] },
  stranger: { email: 'stranger@company.example', name: 'Stranger Company', roles: ['kitchen'] },
  nothing: { email: 'nothing@company.example', name: 'Nothing Company' },
  wrong: { email: 'wrong@company.example', name: 'Wrong Company', roles: { admin: true } },
}

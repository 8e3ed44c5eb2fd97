/**
 * A request to Dintero as curl, to be run by who has a token: the place where it stands is a shell variable. The address
 * is percent-encoded, and what a shell would read in single quotes is encoded as well.
 */
export function curlOf(url: string): string {
  return [
    'curl --request GET \\',
    `  --url '${url.replaceAll("'", '%27')}' \\`,
    '  --header "Authorization: Bearer $DINTERO_TOKEN"',
  ].join('\n')
}

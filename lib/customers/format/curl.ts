/**
 * A request to Dintero as a curl command, with the token as a shell variable. The URL is percent-encoded already; the
 * single quote, which a shell would read, is encoded as well.
 */
export function toCurl(url: string): string {
  return [
    'curl --request GET \\',
    `  --url '${url.replaceAll("'", '%27')}' \\`,
    '  --header "Authorization: Bearer $DINTERO_TOKEN"',
  ].join('\n')
}

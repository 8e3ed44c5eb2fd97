import type { Messages } from '@/lib/messages/messages'

/** The name of a channel in the reader's language, else Dintero's own name. */
export function channelName(channel: string, { record }: Messages): string {
  const names: Record<string, string> = record.channelNames
  return Object.hasOwn(names, channel) ? (names[channel] ?? channel) : channel
}

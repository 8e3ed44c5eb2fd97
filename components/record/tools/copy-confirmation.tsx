/** Says quietly that something was copied; the place is always there, so that a screen reader hears it. */
export function CopyConfirmation({ children }: { children: string | null }) {
  return (
    <span role="status" className="flex-none whitespace-nowrap pr-2 text-12 text-text-2 print:hidden">
      {children}
    </span>
  )
}

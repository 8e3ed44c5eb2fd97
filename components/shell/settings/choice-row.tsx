import { useId } from 'react'

/** The classes of a line of the settings: its label, and its control beside it. */
export const rowClass = 'flex w-full flex-wrap items-center gap-x-4 gap-y-1 border-line-row border-b py-2 last:border-0'
/** A floating legend lays itself out as any other item of its line. */
export const rowLabelClass = 'float-left w-full flex-none wide:w-40'

type ChoiceRowProps<T extends string> = {
  label: string
  note?: string
  values: readonly T[]
  names: Record<T, string>
  value: T
  onChoose: (value: T) => Promise<void>
}

/** A line of the settings, of whose values one is chosen. */
export function ChoiceRow<T extends string>({ label, note, values, names, value, onChoose }: ChoiceRowProps<T>) {
  const id = useId()
  return (
    <fieldset className={rowClass} aria-describedby={note && `${id}-note`}>
      <legend className={rowLabelClass}>{label}</legend>
      <span className="flex min-w-0 overflow-hidden rounded-2 border border-line-strong">
        {values.map((one) => (
          <label
            key={one}
            className="flex h-11 items-center border-line border-l px-3 text-text-2 first:border-l-0 hover:bg-hover has-checked:bg-press has-checked:font-medium has-checked:text-text-1 has-focus-visible:outline-2 has-focus-visible:outline-(--focus) has-focus-visible:-outline-offset-2 wide:h-6.5"
          >
            <input
              type="radio"
              name={id}
              value={one}
              checked={one === value}
              onChange={() => void onChoose(one)}
              className="sr-only"
            />
            {names[one]}
          </label>
        ))}
      </span>
      {note && (
        <span id={`${id}-note`} className="w-full text-12 text-text-2 wide:pl-44">
          {note}
        </span>
      )}
    </fieldset>
  )
}

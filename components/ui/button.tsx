import type { ComponentProps } from 'react'

type Variant = 'outlined' | 'plain' | 'primary'

const base =
  'hover-fade inline-flex flex-none items-center gap-1.5 whitespace-nowrap rounded-2 border off:cursor-default off:text-text-3'

const variants: Record<Variant, string> = {
  outlined: 'border-line-strong bg-page font-medium text-text-1 hover:bg-hover off:border-line off:bg-transparent',
  plain: 'border-transparent text-text-2 hover:bg-press hover:text-text-1 aria-expanded:bg-press off:bg-transparent',
  primary: 'border-accent bg-accent font-medium text-accent-on hover:bg-accent-hover',
}

/** At least 24 px high for a pointer (WCAG 2.5.8, "Target Size"), and 44 px where a finger points. */
const sizes = {
  small: 'h-11 px-2.5 text-12 wide:h-6 wide:px-1.5',
  normal: 'h-11 px-2.5 wide:h-7',
  square: 'size-11 justify-center wide:size-7',
}

type ButtonLook = { variant?: Variant; size?: keyof typeof sizes }

/** The classes of a button, for a link that looks like one. */
export function buttonClass({ variant = 'outlined', size = 'normal' }: ButtonLook = {}): string {
  return `${base} ${variants[variant]} ${sizes[size]}`
}

/** The classes of a small icon button beside a value: 24 px, in a line of 20 px. */
export const toolClass =
  'hover-fade -my-0.5 inline-grid size-6 flex-none place-items-center rounded-tag text-text-3 hover:bg-press hover:text-text-1'

/** A button: outlined, plain, or the one primary button of a page. */
export function Button({
  variant,
  size,
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook) {
  return <button type={type} className={`${buttonClass({ variant, size })} ${className}`} {...rest} />
}

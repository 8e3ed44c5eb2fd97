import type { ComponentProps } from 'react'

type Variant = 'outlined' | 'plain' | 'primary'

const base =
  'hover-fade inline-flex flex-none items-center gap-1.5 whitespace-nowrap rounded-2 border disabled:cursor-default disabled:text-text-3'

const variants: Record<Variant, string> = {
  outlined:
    'border-line-strong bg-page font-medium text-text-1 hover:bg-hover disabled:border-line disabled:bg-transparent',
  plain:
    'border-transparent text-text-2 hover:bg-press hover:text-text-1 aria-expanded:bg-press disabled:bg-transparent',
  primary: 'border-accent bg-accent font-medium text-accent-on hover:bg-accent-hover',
}

const sizes = {
  small: 'h-8 px-2.5 text-12 wide:h-6 wide:px-1.5',
  normal: 'h-8 px-2.5 wide:h-7',
  square: 'size-11 justify-center wide:size-7',
}

type ButtonLook = { variant?: Variant; size?: keyof typeof sizes }

/** The classes of a button, for a link that looks like one. */
export function buttonClass({ variant = 'outlined', size = 'normal' }: ButtonLook = {}): string {
  return `${base} ${variants[variant]} ${sizes[size]}`
}

/** The classes of a small icon button beside a value, 20 px wide. */
export const toolClass =
  'hover-fade inline-grid size-5 flex-none place-items-center rounded-tag text-text-3 hover:bg-press hover:text-text-1'

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

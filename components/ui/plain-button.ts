const plain =
  "inline-flex min-h-12 cursor-pointer items-center justify-center gap-2 rounded-control border px-5 py-1 text-center font-semibold no-underline";

/**
 * A button of a page that could not be loaded. Such pages lie beside every other, so they bring no script of their own:
 * everything else takes `asButton`.
 */
export const plainButton = {
  filled: `${plain} border-primary bg-primary text-on-primary hover:border-primary-hover hover:bg-primary-hover`,
  outline: `${plain} border-edge bg-surface text-ink hover:border-ink-2 hover:bg-sunken`,
};

/** How the forms of a draft are set: one column, its parts under serif heads. */
export const draftForm = [
  "grid max-w-180 gap-5 [&>[data-look]]:justify-self-start [&_fieldset]:m-0 [&_fieldset]:grid [&_fieldset]:min-w-0",
  "[&_fieldset]:gap-3 [&_fieldset]:border-0 [&_fieldset]:p-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-serif",
  "[&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug",
].join(" ");

/** Choices that the form to assign and the form to change a rule have in common. */
export const layouts = [
  { value: "as-made", label: "As each assessment says" },
  { value: "one-at-a-time", label: "One at a time" },
  { value: "one-page", label: "All on one page" },
];

export const graces = [
  { value: "2", label: "Two hours" },
  { value: "24", label: "A day" },
  { value: "72", label: "Three days" },
];

export const endings = [
  { value: "times", label: "After so many times" },
  { value: "never", label: "When you end it" },
];

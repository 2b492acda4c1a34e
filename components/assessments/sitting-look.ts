import { cva } from "class-variance-authority";

/** One statement at a time: at 390 by 667 the answers and Next are on screen without scrolling. A sheet holds all of them. */
const sitting = cva("mx-auto flex min-h-dvh flex-col text-base [&_form[data-leave]]:contents", {
  variants: { sheet: { true: "max-w-170", false: "max-w-140" } },
});

/** `data-sitting` is for journeys and for the preview of a questionnaire. */
export const asSitting = (isSheet = false): { className: string; "data-sitting": "" } => ({
  className: sitting({ sheet: isSheet }),
  "data-sitting": "",
});

/** A long form scrolls; the way out does not. On a low screen it is one slim row, also where it is narrow. */
export const sittingTop = [
  "flex flex-wrap items-center justify-between gap-2 px-5 py-2.5 shorter:py-1.5 max-tiny:px-4 portal:sticky portal:top-0 portal:z-3 portal:bg-paper",
  "[&_[data-look]]:min-h-11 [&_[data-look]]:px-4 [&_[data-look=quiet]]:pr-2.5! [&_[data-look=quiet]]:pl-0!",
].join(" ");

export const statementLook = [
  "px-5 pt-7.5 font-serif text-[min(1.625rem,11.5vw)] leading-close font-medium tracking-[-0.005em] text-balance",
  "short:pt-4 short:text-[min(1.5rem,11.5vw)] shorter:pt-3 shorter:text-[min(1.375rem,11.5vw)] shorter:leading-snug",
].join(" ");

export const sittingFoot = [
  "mt-auto flex items-center justify-between gap-3 px-5 pt-4 pb-5 short:pt-2.5 short:pb-3",
  "[&_[data-look]]:min-h-12! [&_[data-look=filled]]:min-w-33",
].join(" ");

/** Three buttons stand in a row: they are slimmer, and what goes on stands at the end. */
export const checkFoot = [
  "flex flex-wrap items-center justify-between gap-3 px-5 pt-4 pb-5 short:pt-2.5 short:pb-3 [&>span:last-child]:ml-auto",
  "[&_[data-look]]:min-h-12 [&_[data-look]]:px-3 [&_[data-look=filled]]:min-w-24",
].join(" ");

export const sideTab = cva(
  "-mb-px inline-flex items-center gap-2 border-b-3 pt-2 pb-2.5 shorter:pt-1.5 shorter:pb-2 [&_circle]:text-primary",
  {
    variants: {
      on: {
        true: "border-primary font-strong text-ink",
        false: "border-transparent text-ink-3 forced-colors:forced-color-adjust-none forced-colors:text-[CanvasText]",
      },
    },
  },
);

const line = [
  "after:absolute after:top-[-1px] after:right-6 after:bottom-[-9px] after:z-1 after:w-0.5 after:bg-primary after:pointer-events-none",
  "has-checked:after:right-5.75 after:content-[''] motion-safe:after:animate-draw forced-colors:after:bg-[CanvasText]",
];

/** An answer, and how the distance between now and wished runs through it: from mark to mark, also over two lines. */
export const answer = cva(
  [
    "relative flex min-h-14 cursor-pointer items-center gap-3.5 rounded-option border border-edge bg-surface px-4 py-1 text-[1.0625rem] [--ground:var(--color-surface)]",
    "hover:border-ink has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus",
    "has-checked:border-2 has-checked:border-primary has-checked:bg-primary-tint has-checked:px-3.75 has-checked:font-strong",
    "has-checked:[--ground:var(--color-primary-tint)] forced-colors:has-checked:border-3 forced-colors:has-checked:border-[Highlight]",
    "motion-safe:transition-[background-color,border-color] motion-safe:duration-120 motion-safe:ease-[ease]",
  ],
  {
    variants: {
      joins: {
        first: [...line, "after:top-1/2!"],
        between: [...line, "pr-10!"],
        last: [...line, "after:bottom-1/2!"],
      },
    },
  },
);

/** The mark of an answer: filled where it is now, a ring where it is wished. */
export const pick = cva(
  [
    "size-5.5 flex-none [&>circle]:fill-none [&>circle]:stroke-edge [&>circle]:stroke-[1.5]",
    "picked:[&>circle]:[r:7.5px] picked:[&>circle]:stroke-primary picked:[&>circle]:stroke-6",
  ],
  {
    variants: { side: { now: "picked:[&>circle]:fill-primary", wished: "" } },
  },
);

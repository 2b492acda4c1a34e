"use client";

import { type ReactNode, useId } from "react";
import { answer } from "@/components/assessments/sitting-look";
import { MarkedForm } from "@/components/forms/marked-form";

export type StepForm = {
  /** Sends a tap where no script runs; the fields say on which page it was. */
  walk: (form: FormData) => void;
  fields: Readonly<Record<string, string>>;
};

type Props = StepForm & { id?: string; className?: string; onTap: (go: string) => void; children: ReactNode };

/** The buttons of one page. A tap is answered here at once; without script it is sent, and the next page comes back. */
export function CheckForm({ walk, fields, onTap, children, ...rest }: Props) {
  return (
    <MarkedForm
      {...rest}
      action={walk}
      onSubmit={(event) => {
        event.preventDefault();
        const { submitter } = event.nativeEvent as SubmitEvent;
        if (submitter instanceof HTMLButtonElement) onTap(submitter.value);
      }}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} key={name} />
      ))}
      {children}
    </MarkedForm>
  );
}

type PageProps = { title: string; children: ReactNode };

/** A page of a check that asks nothing. */
export function CheckPage({ title, children }: PageProps) {
  return (
    <section>
      <h1
        className="short:pt-4 short:text-[min(1.5rem,11.5vw)] shorter:pt-3 shorter:text-[min(1.375rem,11.5vw)] shorter:leading-snug pt-7.5 px-5 font-medium text-[min(1.625rem,11.5vw)] leading-close font-serif tracking-[-0.005em] text-balance"
        tabIndex={-1}
      >
        {title}
      </h1>
      <div className="mx-5 mt-4 grid justify-items-start gap-4 pb-8">{children}</div>
    </section>
  );
}

type DoorProps = StepForm & { isBusy: boolean; problem: string; onTap: (go: string) => void };

/** Alone on the page: nothing of what comes after is in the browser before somebody says that they are alone. */
export function CheckDoor({ isBusy, problem, ...form }: DoorProps) {
  const id = useId();
  return (
    <CheckForm {...form}>
      <h1
        className="short:pt-4 short:text-[min(1.5rem,11.5vw)] shorter:pt-3 shorter:text-[min(1.375rem,11.5vw)] shorter:leading-snug pt-7.5 px-5 font-medium text-[min(1.625rem,11.5vw)] leading-close font-serif tracking-[-0.005em] text-balance"
        id={id}
        tabIndex={-1}
      >
        Are you somewhere private, where nobody can see this screen?
      </h1>
      <fieldset className="grid relative gap-2 mt-5 mx-5 min-w-0" aria-labelledby={id} disabled={isBusy}>
        <button
          type="submit"
          className={answer({
            joins: null,
            class: "w-full text-start focus-visible:outline-3 focus-visible:outline-offset-2",
          })}
          name="go"
          value="yes"
        >
          Yes
        </button>
        <button
          type="submit"
          className={answer({
            joins: null,
            class: "w-full text-start focus-visible:outline-3 focus-visible:outline-offset-2",
          })}
          name="go"
          value="no"
        >
          No
        </button>
      </fieldset>
      <p role="alert" className="mt-4 mx-5 text-ink-2 min-h-6">
        {problem}
      </p>
    </CheckForm>
  );
}

"use client";

import type { Route } from "next";
import { useState } from "react";
import { MarkedForm } from "@/components/forms/marked-form";
import { useFormAction } from "@/components/forms/use-form-action";
import { WhatIs } from "@/components/shell/what-is";
import { Checkbox } from "@/components/ui/checkbox";
import { ErrorLine } from "@/components/ui/error-line";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { SubmitButton } from "@/components/ui/submit-button";
import { numeric } from "@/lib/limits";
import { assign } from "../actions";
import type { Choice } from "../choices";
import { endings, graces, layouts } from "../rule-choices";
import type { GivenRule } from "../schedule-from-query";
import { WeekPicks } from "./week-picks";

type Props = {
  /** Made with the page: the same form sent twice asks once. */
  id: string;
  today: string;
  choices: readonly Choice[];
  notReady: readonly { title: string; why: string }[];
  /** One client whom the page is about, or several to choose from. */
  clients:
    | { one: string; partner: string | null }
    | { several: readonly { id: string; name: string; sub: string }[]; chosen: readonly string[] };
  protocolWeeks: number;
  /** The phases of the one client's path; without them "before each phase" is all there is. */
  phases?: readonly { number: number; title: string }[];
  /** A rule that the page was opened with. */
  given?: GivenRule | undefined;
  back: Route;
};

const moments = [
  { value: "now", label: "Now" },
  { value: "on", label: "On a date" },
  { value: "every", label: "Again and again" },
  { value: "protocol-weeks", label: "At protocol weeks" },
  { value: "before-phases", label: "Before each phase" },
] as const;

export function AssignForm({ id, today, choices, notReady, clients, protocolWeeks, phases = [], given, back }: Props) {
  const [state, send] = useFormAction(assign);
  const [when, setWhen] = useState<string>(String(state.values?.when ?? given?.when ?? "now"));
  const typed = (name: string, given: string) => String(state.values?.[name] ?? given);
  const list = (name: string, before: readonly string[] = []) => new Set([state.values?.[name] ?? before].flat());
  const error = (name: string) => state.fields?.[name];
  if (state.status === "done") {
    return (
      <Notice tone="plain" title={state.message} announce actions={<LinkButton href={back}>Go back</LinkButton>}>
        Whoever has something to answer today is told that something is waiting, if mail is set up.
      </Notice>
    );
  }
  return (
    <MarkedForm
      action={send}
      className="[&>[data-look]]:justify-self-start [&_fieldset]:grid [&_fieldset]:gap-3 [&_fieldset]:m-0 [&_fieldset]:p-0 [&_fieldset]:border-0 [&_fieldset]:min-w-0 [&_legend]:mb-2 [&_legend]:p-0 [&_legend]:font-semibold [&_legend]:text-section [&_legend]:leading-snug [&_legend]:font-serif grid gap-5 max-w-180"
      noValidate
    >
      {state.message ? <Notice tone="attention" title={state.message} announce /> : null}
      <input type="hidden" name="id" value={id} />
      {"one" in clients ? (
        <>
          <input type="hidden" name="clients[]" value={clients.one} />
          {clients.partner ? (
            <Checkbox
              id="withPartner"
              value="yes"
              label={`Ask ${clients.partner} as well`}
              sub="Each answers alone, on their own sign-in, and sees nothing of the other’s answers."
              defaultChecked={state.values?.withPartner === "yes"}
            />
          ) : null}
        </>
      ) : (
        <fieldset>
          <legend>Who</legend>
          <FieldError>{error("clients[]")}</FieldError>
          <div className="grid gap-y-1 gap-x-6 grid-cols-[repeat(auto-fill,minmax(260px,1fr))]">
            {clients.several.map((person) => (
              <Checkbox
                key={person.id}
                id={`client-${person.id}`}
                name="clients[]"
                value={person.id}
                label={person.name}
                sub={person.sub}
                defaultChecked={list("clients[]", clients.chosen).has(person.id)}
              />
            ))}
          </div>
        </fieldset>
      )}
      <fieldset>
        <legend>What</legend>
        <FieldError>{error("instruments[]")}</FieldError>
        <div className="grid gap-y-1 gap-x-6 grid-cols-[repeat(auto-fill,minmax(260px,1fr))]">
          {choices.map((choice) => (
            <Checkbox
              key={choice.id}
              id={`instrument-${choice.id}`}
              name="instruments[]"
              value={choice.id}
              label={choice.title}
              sub={choice.sub}
              defaultChecked={list("instruments[]").has(choice.id)}
            />
          ))}
        </div>
        {notReady.length > 0 ? (
          <details>
            <summary>{notReady.length} that cannot be given yet, and why</summary>
            <ul className="list-none">
              {notReady.map(({ title, why }) => (
                <li
                  className="flex gap-y-1 gap-x-5 py-2.5 border-b border-line flex-wrap items-center justify-between print:break-inside-avoid"
                  key={title}
                >
                  <span>
                    {title}
                    <span className="second-line block text-ink-2 text-small">{why}</span>
                  </span>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </fieldset>
      <fieldset>
        <legend>When</legend>
        <Select
          id="when"
          label="How often"
          options={moments}
          value={when}
          onChange={(event) => setWhen(event.target.value)}
          error={error("when")}
        />
        {when === "on" || when === "every" ? (
          <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
            <Field
              id="on"
              label={when === "on" ? "Opens on" : "First opens on"}
              type="date"
              min={today}
              defaultValue={typed("on", today)}
              error={error("on")}
            />
            {when === "every" ? (
              <>
                <Field
                  id="every"
                  label="Weeks between"
                  {...numeric("weeksBetween")}
                  defaultValue={typed("every", "2")}
                  error={error("every")}
                />
                <Select id="ends" label="Ends" options={endings} defaultValue={typed("ends", "times")} />
                <Field
                  id="times"
                  label="How many times"
                  {...numeric("times", "If it ends by itself.")}
                  defaultValue={typed("times", "4")}
                  error={error("times")}
                />
              </>
            ) : null}
          </div>
        ) : null}
        {when === "protocol-weeks" ? (
          <div>
            <FieldError>{error("weeks")}</FieldError>
            <WeekPicks protocolWeeks={protocolWeeks} chosen={list("weeks[]", given?.weeks)} />
            <p className="mb-1.5 text-small text-ink-2">
              Due on the last day of the week. Holds and repeated weeks move it.
            </p>
          </div>
        ) : null}
        {when === "before-phases" ? (
          <div>
            {phases.length > 0 ? (
              <div className="flex gap-y-1 gap-x-5 flex-wrap">
                {phases.map(({ number, title }) => (
                  <Checkbox
                    key={number}
                    id={`phase-${number}`}
                    name="phases[]"
                    value={String(number)}
                    label={title}
                    defaultChecked={list("phases[]", given?.phases).has(String(number))}
                  />
                ))}
              </div>
            ) : null}
            <p className="portal:text-body mb-1.5 text-small text-ink-2">
              Due on the day before each phase that lies ahead
              {phases.length > 0 ? ", or before those that you choose" : ""}.
            </p>
          </div>
        ) : null}
        <div className="[&>div:has(>_[data-field])]:grid [&>div:has(>_[data-field])]:mb-3 [&>div:has(>_[data-field])]:grid-rows-subgrid [&>div:has(>_[data-field])]:row-span-4 [&>div>[data-label]]:self-end [&>div>[data-field]]:row-3 grid gap-x-5 -mb-3 grid-cols-[repeat(auto-fit,minmax(180px,1fr))]">
          <Field
            id="days"
            label="Days to answer"
            {...numeric("daysToAnswer", "From opening until it is due.")}
            defaultValue={typed("days", "3")}
            error={error("days")}
          />
          <Field
            id="expires"
            label="Closes, days after it is due"
            {...numeric("daysUntilClosed", "Empty: it stays open.")}
            defaultValue={typed("expires", "7")}
            error={error("expires")}
          />
          <Select
            id="grace"
            label="Time to finish"
            hint="After each answer, once closed"
            options={graces}
            defaultValue={typed("grace", "2")}
          />
          <Select id="layout" label="Shown" options={layouts} defaultValue={typed("layout", "as-made")} />
        </div>
        <p className="mb-1.5 text-small text-ink-2">
          Nobody is cut off while answering: whoever has begun can go on, and each answer counts that time anew.{" "}
          <WhatIs word="assigning">What the choices mean</WhatIs>
        </p>
      </fieldset>
      <SubmitButton look="filled" busy="Assigning…">
        Assign
      </SubmitButton>
    </MarkedForm>
  );
}

function FieldError({ children }: { children: string | undefined }) {
  return children ? <ErrorLine>{children}</ErrorLine> : null;
}

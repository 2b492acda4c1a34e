"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

/** So long after the last letter that was typed it is searched for. */
const PAUSE_MS = 350;

const isSearch = (target: EventTarget | null) => target instanceof HTMLElement && target.matches("[data-search]");

/** The address that a form of filters asks for, without what it says as usual. Where every column is ticked none is named. */
function askedBy(form: HTMLFormElement, usual: Readonly<Record<string, string>>): Route {
  const boxes = [...form.elements].filter((one) => one instanceof HTMLInputElement && one.type === "checkbox");
  const isUsual = ([name, value]: [string, FormDataEntryValue]) =>
    value === "" ||
    value === usual[name] ||
    (name === "columns" && boxes.every((box) => (box as HTMLInputElement).checked));
  const given = [...new FormData(form)].filter((one) => !isUsual(one)).map(([name, value]) => [name, String(value)]);
  const query = new URLSearchParams(given).toString();
  return (query ? `/caseload?${query}` : "/caseload") as Route;
}

/** Nowhere, or at the title, where focus is put that lost its element. */
const isNowhere = () => document.activeElement === document.body || document.activeElement?.matches("main h1") === true;

type Props = { form: string; usual: Readonly<Record<string, string>>; q: string };

/** A choice applies at once and words after a pause, and whoever types goes on typing. Without a script its button does the same. */
export function InstantFilter({ form: id, usual, q }: Props) {
  const { replace } = useRouter();
  const last = useRef("");
  useEffect(() => {
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const own = (target: EventTarget | null) =>
      (target instanceof HTMLSelectElement || target instanceof HTMLInputElement) && target.form?.id === id;
    const apply = () => {
      clearTimeout(waiting);
      const form = document.getElementById(id);
      if (form instanceof HTMLFormElement) replace(askedBy(form, usual), { scroll: false });
    };
    const changed = ({ target }: Event) => {
      if (!own(target) || isSearch(target)) return;
      last.current = (target as HTMLSelectElement).name;
      apply();
    };
    const typed = ({ target }: Event) => {
      if (!own(target) || !isSearch(target)) return;
      clearTimeout(waiting);
      waiting = setTimeout(apply, PAUSE_MS);
    };
    const sent = (event: SubmitEvent) => {
      if (!(event.target instanceof HTMLFormElement) || event.target.id !== id) return;
      event.preventDefault();
      apply();
    };
    document.addEventListener("change", changed);
    document.addEventListener("input", typed);
    document.addEventListener("submit", sent);
    return () => {
      clearTimeout(waiting);
      document.removeEventListener("change", changed);
      document.removeEventListener("input", typed);
      document.removeEventListener("submit", sent);
    };
  }, [id, usual, replace]);
  // A select that took another default is another element: whoever stood on it stands on the new one.
  useEffect(() => {
    if (!last.current || !isNowhere()) return;
    document.querySelector<HTMLElement>(`select[form="${id}"][name="${last.current}"]`)?.focus();
    last.current = "";
  });
  useEffect(() => {
    const input = document.querySelector<HTMLInputElement>("[data-search]");
    if (input && input !== document.activeElement) input.value = q;
  }, [q]);
  return null;
}

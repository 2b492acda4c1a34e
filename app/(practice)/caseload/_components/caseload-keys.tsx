"use client";

import { useEffect, useState } from "react";
import { Checkbox } from "@/components/ui/checkbox";
import { Disclose } from "@/components/ui/disclose";

/** Whether this browser answers to single keys. Whoever speaks to the machine, or hits keys by chance, turns them off. */
const SETTING = "nearer-caseload-keys";

const keys: readonly [string, string][] = [
  ["/", "to the search"],
  ["j", "to the next client"],
  ["k", "to the one before"],
  ["Enter", "opens the client"],
  ["x", "chooses the client, or not, for something with several"],
  ["?", "shows these keys"],
];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  !target.matches("input[type=checkbox]") &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

function move(step: 1 | -1): void {
  const links = [...document.querySelectorAll<HTMLElement>("[data-ledger] [data-covers]")];
  const at = links.findIndex(
    (link) => link === document.activeElement || link.closest("tr")?.contains(document.activeElement),
  );
  const next = links[at === -1 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** The box of the client whom the keys are at. */
function chooseHere(): void {
  document.activeElement?.closest("tr")?.querySelector<HTMLInputElement>("[name=with]")?.click();
}

/** Single keys on the caseload: each does what a link or field does as well. */
export function CaseloadKeys() {
  const [isOn, setOn] = useState(true);
  useEffect(() => setOn(localStorage.getItem(SETTING) !== "off"), []);
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (event.key === "j") move(1);
      else if (event.key === "k") move(-1);
      else if (event.key === "x") chooseHere();
      else if (event.key === "/") document.querySelector<HTMLElement>("[data-search]")?.focus();
      else if (event.key === "?") {
        const help = document.querySelector<HTMLDetailsElement>("#caseload-keys details");
        if (help) help.open = true;
        help?.querySelector("summary")?.focus();
      } else return;
      event.preventDefault();
    };
    if (isOn) document.addEventListener("keydown", answer);
    return () => document.removeEventListener("keydown", answer);
  }, [isOn]);
  return (
    <div id="caseload-keys" className="print:hidden">
      <Disclose label="Keys">
        <dl className="mt-3 grid max-w-80 grid-cols-[auto_1fr] gap-x-4 gap-y-1">
          {keys.map(([key, does]) => (
            <div key={key} className="contents">
              <dt className="font-strong">{key}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
        <div className="mt-3">
          <Checkbox
            id="caseload-keys-on"
            name="keys"
            label="Answer to single keys in this browser"
            checked={isOn}
            onChange={({ currentTarget }) => {
              setOn(currentTarget.checked);
              localStorage.setItem(SETTING, currentTarget.checked ? "on" : "off");
            }}
          />
        </div>
      </Disclose>
    </div>
  );
}

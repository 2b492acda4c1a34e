"use client";

import { Icon, type IconName } from "@/components/ui/icon";

export type ConsentState = { icon: IconName; words: string; when?: string };

type Props = { names: readonly string[]; rows: readonly { label: string; states: readonly ConsentState[] }[] };

/** A row for each thing that may be shared, a cell for each of the two. */
export function ConsentRows({ names, rows }: Props) {
  return (
    <>
      <table className="[&_th]:pt-0 [&_th]:pb-1.5 [&_th]:pl-0 [&_th]:pr-2 [&_th]:border-b [&_th]:border-line [&_th]:text-ink-2 [&_th]:text-small [&_th]:font-semibold [&_th]:text-left [&_:is(td,_tbody_th)]:py-2 [&_:is(td,_tbody_th)]:pl-0 [&_:is(td,_tbody_th)]:pr-2 [&_:is(td,_tbody_th)]:border-b [&_:is(td,_tbody_th)]:border-line [&_:is(td,_tbody_th)]:text-inherit [&_:is(td,_tbody_th)]:[font-size:inherit] [&_:is(td,_tbody_th)]:font-normal [&_:is(td,_tbody_th)]:align-top [&_td>span]:inline-flex [&_td>span]:items-start [&_td>span]:gap-1.25 [&_svg]:mt-0.5 [&_small]:block [&_small]:text-small [&_small]:text-ink-2 w-full border-collapse">
        <caption className="sr-only">What each lets the other see</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">What</span>
            </th>
            {names.map((name, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two people, who may be called the same
              <th key={place} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, states }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {states.map((state, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two people, in this order
                <td key={place}>
                  <State {...state} />
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Words and safety</th>
            <td colSpan={2}>
              <State icon="lock" words="Never shared" />
            </td>
          </tr>
        </tbody>
      </table>
      <p className="mt-2.5 text-ink-2 text-small">
        Each decides alone, in their own portal. What is chosen or stopped shows from the next practice week. Sexual is
        never shown by one of them alone.
      </p>
    </>
  );
}

function State({ icon, words, when }: ConsentState) {
  return (
    <span>
      <Icon name={icon} small />
      <span>
        {words}
        {when ? <small>{when}</small> : null}
      </span>
    </span>
  );
}

import Link from "next/link";
import type { HeldClient, Holder } from "@/db/queries/clients/who-has-whom";
import { paths } from "@/lib/paths";
import { counted } from "@/lib/plural";

type Props = { holder: Holder; clients: readonly HeldClient[]; chosen: ReadonlySet<string> };

/** One colleague with their clients, each of whom can be chosen. */
export function Hold({ holder, clients, chosen }: Props) {
  return (
    <fieldset className="m-0 p-0 border-0 min-w-0">
      <legend className="p-0">
        <span className="font-strong text-ink">{holder.name}</span>
        {holder.hasAccess ? "" : ", access withdrawn"}
        <span className="text-ink-2">
          {" "}
          {clients.length === 0 ? "has no clients" : `has ${counted(clients.length, "client")}`}
        </span>
        {clients.length > 1 ? (
          <Link
            className="inline-flex ml-3 items-center text-small max-desk:min-h-11"
            href={`/settings/hand-over?of=${holder.id}`}
            prefetch={false}
          >
            Choose all<span className="sr-only"> of {holder.name}</span>
          </Link>
        ) : null}
      </legend>
      <ul className="grid gap-x-6 mt-2 list-none grid-cols-[repeat(auto-fill,minmax(240px,1fr))]">
        {clients.map(({ clientId, name, recordNumber }) => (
          <li className="flex gap-2.5 min-h-11 items-center border-b border-line" key={clientId}>
            <input
              id={`take-${clientId}`}
              type="checkbox"
              name="client"
              value={clientId}
              defaultChecked={chosen.has(clientId)}
              className="size-5 shrink-0 accent-primary"
            />
            <label className="flex-1 min-w-0 py-2 wrap-anywhere" htmlFor={`take-${clientId}`}>
              {name} <span className="text-ink-2 text-small">record {recordNumber}</span>
            </label>
            <Link className="text-small" href={paths.client(clientId).record} prefetch={false}>
              Record<span className="sr-only"> of {name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

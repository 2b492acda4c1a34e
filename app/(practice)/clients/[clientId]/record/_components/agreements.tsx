import type { Route } from "next";
import Link from "next/link";
import { Disclose } from "@/components/ui/disclose";
import type { ConsentDecision } from "@/db/queries/clients/consent";
import { within } from "@/lib/paths";

type Props = { consents: readonly ConsentDecision[]; moment: (at: Date) => string };

const page: Route = "/settings/consent";

/** Every answer to the agreement, the newest first, each with the words that it was given to. */
export function Agreements({ consents, moment }: Props) {
  if (consents.length === 0) return null;
  return (
    <Disclose label="Every answer to the agreement">
      <ul className="grid gap-1.5 mt-2 text-small">
        {consents.map(({ decision, version, limitsVersion, decidedAt }) => (
          <li key={decidedAt.toISOString()}>
            {decision === "agreed" ? "Given" : "Taken back"} {moment(decidedAt)}: version {version} of what comes with
            Nearer,{" "}
            {limitsVersion ? (
              <Link href={within(page, `#version-${limitsVersion}`)} prefetch={false}>
                version {limitsVersion} of the practice’s own words
              </Link>
            ) : (
              "and no words of the practice’s own"
            )}
            .
          </li>
        ))}
      </ul>
    </Disclose>
  );
}

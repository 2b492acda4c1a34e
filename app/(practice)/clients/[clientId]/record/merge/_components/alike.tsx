import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Field } from "@/components/ui/field";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { Alike as AlikeRecord } from "@/db/queries/clients/merge-sides";
import { formatList } from "@/lib/format";
import { paths, within } from "@/lib/paths";

type Props = {
  clientId: string;
  firstName: string;
  alike: readonly AlikeRecord[];
  /** The record number that was asked for. */
  asked: string;
  isNobody: boolean;
};

/** Records that may be of the same person, and any other by its number. */
export function Alike({ clientId, firstName, alike, asked, isNobody }: Props) {
  return (
    <Section
      id="alike"
      title="Same person twice"
      sub={`Records that look like ${firstName}’s, among those that you may change. Looking changes nothing.`}
    >
      {alike.length === 0 ? (
        <Empty title="No record looks like this one">Names and addresses were compared.</Empty>
      ) : (
        <ul className="grid gap-3">
          {alike.map(({ clientId: id, recordNumber, name, email, reasons }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
              <span className="min-w-0 wrap-anywhere">
                <span className="font-strong text-ink">{name}</span>, record {recordNumber}
                <span className="block text-ink-2 text-small">
                  {email}. They have {formatList(reasons)}.
                </span>
              </span>
              <LinkButton
                href={within(paths.client(clientId).merge, `?with=${recordNumber}#preview`)}
                look="outline"
                small
                label={`Compare with record ${recordNumber}`}
              >
                Compare
              </LinkButton>
            </li>
          ))}
        </ul>
      )}
      <form
        method="get"
        action="#preview"
        className="practice:[&>[data-look]]:justify-self-start grid gap-4 max-w-105 mt-5 print:hidden"
      >
        <Field
          id="merge-with"
          name="with"
          label="Another one, by its record number"
          defaultValue={asked}
          error={isNobody ? "No other record with this number is yours to change." : undefined}
        />
        <Button type="submit" small>
          Compare
        </Button>
      </form>
    </Section>
  );
}

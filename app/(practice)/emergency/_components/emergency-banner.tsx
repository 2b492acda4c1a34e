import { ActionForm } from "@/components/forms/action-form";
import { Notice } from "@/components/ui/notice";
import type { ClientHeader } from "@/db/queries/clients/client-overview";
import { formatTime } from "@/lib/format";
import { counted } from "@/lib/plural";
import { end } from "../actions";

type Props = { emergency: NonNullable<ClientHeader["emergency"]>; zone: string };

/** Stands on every page of a record while it is open in an emergency: until when, and a way to end it. */
export function EmergencyBanner({ emergency: { id, endsAt, minutesLeft }, zone }: Props) {
  return (
    <Notice
      tone="attention"
      title="Open in an emergency"
      actions={
        <ActionForm action={end} submit="End it now" busy="Ending…" look="outline" small>
          <input type="hidden" name="accessId" value={id} />
        </ActionForm>
      }
    >
      Until {formatTime(new Date(endsAt), zone)}, {counted(minutesLeft, "minute")} from when this page was drawn. What
      you read stands in the record of access, and others look through it.
    </Notice>
  );
}

import { LeaveQuickly } from "@/components/portal/leave-quickly";
import { Icon } from "@/components/ui/icon";
import { leaveUrl } from "@/lib/server/leave-url";
import { pageOwner } from "@/lib/server/page-mark";

/** Leave quickly, wired: one tap, Shift three times, or Esc twice. */
export async function Leave() {
  const { zone, byEscape } = pageOwner();
  return (
    <LeaveQuickly
      to={await leaveUrl(zone)}
      signOutUrl="/api/leave"
      byEscape={byEscape}
      icon={<Icon name="leave" small />}
    />
  );
}

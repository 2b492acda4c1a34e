import { LeaveQuickly } from "@/components/portal/leave-quickly";
import { Icon } from "@/components/ui/icon";
import { leaveUrl } from "@/lib/server/leave-url";
import { leaveNow } from "./leave-action";

/** Leave quickly, wired: one tap or Esc twice. */
export function Leave() {
  return <LeaveQuickly action={leaveNow} to={leaveUrl()} signOutUrl="/api/leave" icon={<Icon name="leave" small />} />;
}

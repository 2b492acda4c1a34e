import { LeaveQuickly } from "@/components/portal/leave-quickly";
import { Icon } from "@/components/ui/icon";
import { leaveQuicklyAction } from "@/lib/server/auth/sign-out-action";
import { leaveUrl } from "@/lib/server/leave-url";

/** Leave quickly, wired: one tap or Esc twice. */
export function Leave() {
  return (
    <LeaveQuickly
      action={leaveQuicklyAction}
      to={leaveUrl()}
      signOutUrl="/api/leave"
      icon={<Icon name="leave" small />}
    />
  );
}

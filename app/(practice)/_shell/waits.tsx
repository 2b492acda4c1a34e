import { Empty } from "@/components/ui/empty";

/** In the place of a page that is not for somebody who looks on: every page that does not say what it shows then. */
export function Waits({ what = "This page" }: { what?: string }) {
  return <Empty title={`${what} waits until nobody is in the room.`} />;
}

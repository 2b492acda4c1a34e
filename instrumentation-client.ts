import { followChangedText } from "@/components/shell/changed-text";

// Before React takes over the page.
followChangedText();

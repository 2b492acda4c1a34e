/** Words that mean something to a database, a browser or a spreadsheet. Written for these tests. */
export const statements: readonly string[] = [
  "'; drop table message; --",
  "' or '1'='1",
  '" or ""="',
  "1); delete from account where (1=1",
  "\\'; select pg_sleep(9); --",
  "$$; truncate audit_entry; $$",
  "$1, $2); update account set role = 'owner' --",
  "' union select password_hash from account --",
  "%' escape '' or name like '%",
  "E'\\x27' or true --",
  "/* */ or/**/true",
  "x' || (select version()) || '",
  "'; set app.practice_id = '00000000-0000-4000-8000-000000000000'; --",
  "{{7*7}} #{7*7} %{7*7}",
];

export const markup: readonly string[] = [
  "<script>window.ran = 1</script>",
  "</textarea><script>window.ran = 1</script>",
  "</title></style><script>window.ran = 1</script>",
  '<img src=x onerror="window.ran = 1">',
  "<svg/onload=window.ran=1>",
  '" autofocus onfocus="window.ran = 1',
  "' onmouseover='window.ran = 1",
  '<a href="javascript:window.ran = 1">here</a>',
  "<iframe srcdoc='<script>parent.ran = 1</script>'></iframe>",
  "<details open ontoggle=window.ran=1>",
  "<math><mtext><style><img src onerror=window.ran=1></style></mtext></math>",
  "&lt;script&gt;window.ran = 1&lt;/script&gt;",
  "<!--><script>window.ran = 1</script-->",
  "\u2028<script>window.ran = 1</script>\u2029",
  "]]><script>window.ran = 1</script>",
];

export const formulas: readonly string[] = ["=1+1", "+1", "-1+1", "@sum(A1)", "\t=1+1", "\r=1+1", '=hyperlink("x")'];

export const hostileWords: readonly string[] = [...statements, ...markup, ...formulas];

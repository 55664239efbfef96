/** The look of every screen: one card on a quiet ground, light and dark, no outside resources. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ground: #eef1f6; --card: #ffffff; --ink: #1d2433; --soft: #525c70; --line: #ccd3df;
  --accent: #1f57c3; --on-accent: #ffffff; --hover: #f1f5fc; --banner: #fff4ce; --banner-ink: #4a3b00; }
@media (prefers-color-scheme: dark) { :root { --ground: #12151c; --card: #1d222c; --ink: #f1f4fa; --soft: #b9c2d3; --line: #465066;
  --accent: #8fb4ff; --on-accent: #0c1730; --hover: #272e3b; --banner: #4a3f12; --banner-ink: #fff3c4; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 16px/1.5 "Segoe UI", system-ui, -apple-system, Roboto, sans-serif; overflow-wrap: anywhere; }
.banner { margin: 0; padding: 6px 16px; background: var(--banner); color: var(--banner-ink); font-size: 13px; text-align: center; }
main { max-width: 460px; margin: 6vh auto; padding: 32px; background: var(--card); border: 1px solid var(--line);
  border-radius: 12px; box-shadow: 0 8px 28px rgba(20, 30, 60, .12); }
@media (max-width: 520px) { main { margin: 0; padding: 24px 16px; border: 0; border-radius: 0; box-shadow: none; min-height: 80vh; } }
.mark { display: flex; align-items: center; gap: 8px; color: var(--soft); font-weight: 600; margin: 0 0 20px; }
.mark svg { flex: none; }
h1 { font-size: 24px; line-height: 1.25; margin: 0 0 8px; font-weight: 600; }
h2 { font-size: 16px; margin: 20px 0 6px; }
p { margin: 0 0 12px; }
.soft { color: var(--soft); font-size: 14px; }
ul { margin: 0 0 16px; padding: 0; list-style: none; }
.accounts button { display: flex; gap: 12px; align-items: center; width: 100%; padding: 12px; margin: 0; text-align: start;
  background: transparent; color: inherit; border: 0; border-top: 1px solid var(--line); border-radius: 0; font: inherit; cursor: pointer; }
.accounts li:last-child button { border-bottom: 1px solid var(--line); }
.accounts button:hover { background: var(--hover); }
.face { flex: none; display: grid; place-items: center; width: 40px; height: 40px; border-radius: 50%; background: var(--accent);
  color: var(--on-accent); font-weight: 600; }
.who { display: block; font-weight: 600; }
.where { display: block; color: var(--soft); font-size: 14px; }
.permissions li { display: flex; gap: 10px; padding: 8px 0; border-bottom: 1px solid var(--line); }
.permissions li::before { content: "\\2713" / ""; color: var(--accent); font-weight: 700; }
.permissions code { display: block; color: var(--soft); font: 13px/1.4 ui-monospace, Consolas, monospace; }
.choice { display: flex; gap: 10px; align-items: flex-start; margin: 16px 0; }
.choice input { width: 20px; height: 20px; margin: 2px 0 0; accent-color: var(--accent); flex: none; }
.actions { display: flex; flex-wrap: wrap; gap: 12px; justify-content: flex-end; margin-top: 24px; }
.actions button { min-width: 108px; min-height: 40px; padding: 8px 20px; border-radius: 6px; border: 1px solid var(--line);
  background: transparent; color: inherit; font: inherit; cursor: pointer; }
.actions button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
button:focus-visible, input:focus-visible, a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
a { color: var(--accent); }
dl { margin: 0; font-size: 14px; } dt { color: var(--soft); } dd { margin: 0 0 8px; }
`;

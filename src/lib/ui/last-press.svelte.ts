import { goto } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * The reader's last press wins. SvelteKit 2 calls a navigation off where the page is fetched again in the
 * midst of it, or where the answer comes to a form that was sent before (sveltejs/kit#9354, changed in
 * version 3): the link that was pressed would do nothing. It is followed again. For the root layout.
 */
export function followLastPress(): void {
  let pressed: string | null = null;

  $effect(() => {
    const { to, type, complete } = navigating;
    if (to === null || complete === null) return;
    if (type !== 'goto') pressed = to.url.href;
    else if (pressed !== to.url.href) return;
    const followed = to.url.href;
    complete.then(
      () => {
        if (pressed === followed) pressed = null;
      },
      () => {
        // Pressed twice: the second press leads there. What is called off stays in `navigating`.
        const isOnItsWay = navigating.complete !== complete && navigating.to?.url.href === followed;
        if (pressed !== followed || isOnItsWay) return;
        // Going back has changed the address already.
        void goto(followed, { replaceState: type === 'popstate' });
      },
    );
  });

  $effect(() => {
    const forget = () => (pressed = null);
    document.addEventListener('submit', forget, { capture: true });
    return () => document.removeEventListener('submit', forget, { capture: true });
  });
}

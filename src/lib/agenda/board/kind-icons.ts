import Coffee from '@lucide/svelte/icons/coffee';
import Compass from '@lucide/svelte/icons/compass';
import DoorOpen from '@lucide/svelte/icons/door-open';
import Ear from '@lucide/svelte/icons/ear';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import MessagesSquare from '@lucide/svelte/icons/messages-square';
import Presentation from '@lucide/svelte/icons/presentation';
import Users from '@lucide/svelte/icons/users';
import type { Icon } from '$lib/ui/field';
import type { ItemKind } from '../document';

export const kindIcons: Record<ItemKind, Icon> = {
  welcome: DoorOpen,
  input: Presentation,
  group_work: Users,
  plenary: MessagesSquare,
  consultation: Ear,
  practice: Lightbulb,
  break: Coffee,
  open_space: Compass,
};

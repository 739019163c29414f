import type { Database } from '../storage/schema.ts';
import { melodies, melodyCategories } from './melodies.ts';
import { offers } from './offers.ts';
import { regions } from './regions.ts';
import { serviceConflicts, serviceRequirements, services } from './services.ts';
import { statusMessages } from './status-messages.ts';
import { tariffs } from './tariffs.ts';

/** What the reference operator sells, and where: rows of the catalogue's tables, in an order in which they can be filled. */
export const catalogue = {
  regions,
  tariffs,
  melody_categories: melodyCategories,
  melodies,
  services,
  service_requirements: serviceRequirements,
  service_conflicts: serviceConflicts,
  status_messages: statusMessages,
  offers,
} as const satisfies { [Table in keyof Database]?: readonly object[] };

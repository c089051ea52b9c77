// Discover: choosing among reports, findings and sessions.

import { begin } from "./finder.js";
import { shown } from "./results.js";
import { search } from "./search.js";

begin({ search, shown });

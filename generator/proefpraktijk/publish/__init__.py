"""From planned pages to a public site: staged, built by an engine, searched for names, swapped in, pushed.

Takes: planned pages and pictures.
Gives: `build/`, a verified `site/`, a branch of a repository.

Not exported here, because only one command needs what they load: `preview_server` (a web server) and
`pdf_typesetting` (an extra). The engines have a façade of their own.
"""

from proefpraktijk.publish.search_index.index import INDEX_FOLDER, Index
from proefpraktijk.publish.search_index.on_demand import LaterIndex
from proefpraktijk.publish.site.make_site import SiteRequest, SiteResult, make_site
from proefpraktijk.publish.site.source_digest import digest_of_sources
from proefpraktijk.publish.site.verify import names_in_settings
from proefpraktijk.publish.site.work_folders import WorkFolders
from proefpraktijk.publish.staging.page_frame import theme_files
from proefpraktijk.publish.staging.pictures import rebuild_pictures
from proefpraktijk.publish.staging.stage import stage

from .push import push_site

__all__ = [
    "INDEX_FOLDER",
    "Index",
    "LaterIndex",
    "SiteRequest",
    "SiteResult",
    "WorkFolders",
    "digest_of_sources",
    "make_site",
    "names_in_settings",
    "push_site",
    "rebuild_pictures",
    "stage",
    "theme_files",
]

"""What no backup may turn back comes along even where office.db itself cannot be read.

What is kept apart, and what everybody is typing: half-typed work is on no backup.
"""

import logging

from easycare_desktop.domain.refusals import Refusal
from easycare_desktop.domain.rights import Action
from easycare_desktop.services.drafts import OF_REQUESTS
from easycare_desktop.services.restore.data_room import DataRoom, Site
from easycare_desktop.storage.backup.checking import check_database
from easycare_desktop.storage.databases.data_pointer import data_folder
from easycare_desktop.storage.databases.drafts_file import drafts_at
from easycare_desktop.storage.restore.carrying import carry_separated
from easycare_desktop.system.refusals import DiskFullError

_log = logging.getLogger(__name__)


def carry_vault(site: Site, room: DataRoom) -> bool:
    """Carry the second vault over by itself: it may be whole where office.db is not.

    Return whether it was; where not, what is kept apart is that of the backup, and told so.
    """
    key = site.keys.file_key("separated")
    try:
        present = data_folder(site.folder)
        check_database(present / "separated.db", key)
        carry_separated(room.folder, present, key)
    except DiskFullError:
        raise
    except Refusal as refusal:
        _log.warning("the second vault is not carried over: %s", type(refusal).__name__)
        return False
    return True


def take_drafts(site: Site, room: DataRoom) -> None:
    """Keep everybody's drafts in prepared data, and the places of saved files among them.

    What was typed about a request that is not there afterwards has nothing to go on with.
    """
    try:
        known = drafts_at(data_folder(site.folder), site.keys)
    except DiskFullError:
        raise
    except Refusal as refusal:
        _log.warning("half-typed work is not carried over: %s", type(refusal).__name__)
        return
    with room.door.enter(Action.RESTORED, detail="drafts") as step:
        requests = step.uow.requests.persons().keys()
        for account_id, draft in known:
            if draft.window not in OF_REQUESTS or draft.subject in requests:
                step.drafts.keep(account_id, draft)
                step.count += 1

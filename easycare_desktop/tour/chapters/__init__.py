"""One file a capability, in the order of the main job."""

from collections.abc import Callable

from easycare_desktop.tour.chapters.another_pc import another_pc
from easycare_desktop.tour.chapters.backup import backup, backup_on_close
from easycare_desktop.tour.chapters.bad_days import lost_place, officer_leaves
from easycare_desktop.tour.chapters.by_sheet import lost_profile, officer_forgot
from easycare_desktop.tour.chapters.choose_items import approval_box, choose_items
from easycare_desktop.tour.chapters.closing import closing
from easycare_desktop.tour.chapters.complete import complete
from easycare_desktop.tour.chapters.consents import consents
from easycare_desktop.tour.chapters.correct import correct
from easycare_desktop.tour.chapters.decide import decide
from easycare_desktop.tour.chapters.destroy import destroy
from easycare_desktop.tour.chapters.first_run import first_run
from easycare_desktop.tour.chapters.forgotten_password import forgotten_password
from easycare_desktop.tour.chapters.going_out import going_out
from easycare_desktop.tour.chapters.half_typed import half_typed
from easycare_desktop.tour.chapters.hold import hold
from easycare_desktop.tour.chapters.intake import intake
from easycare_desktop.tour.chapters.large_text import large_text
from easycare_desktop.tour.chapters.lists import lists
from easycare_desktop.tour.chapters.look_around import look_around
from easycare_desktop.tour.chapters.merge import merge
from easycare_desktop.tour.chapters.no_trace import no_trace
from easycare_desktop.tour.chapters.paper_sets import paper_sets
from easycare_desktop.tour.chapters.papers import papers
from easycare_desktop.tour.chapters.person_papers import person_papers
from easycare_desktop.tour.chapters.register import register
from easycare_desktop.tour.chapters.registers import registers
from easycare_desktop.tour.chapters.reopen import reopen
from easycare_desktop.tour.chapters.restore import keep_backup, restore
from easycare_desktop.tour.chapters.returned import returned
from easycare_desktop.tour.chapters.second_notice import second_notice
from easycare_desktop.tour.chapters.sign_in import sign_in
from easycare_desktop.tour.chapters.two_pcs import two_pcs
from easycare_desktop.tour.chapters.verify import verify
from easycare_desktop.tour.chapters.views import views
from easycare_desktop.tour.notes import Notes
from easycare_desktop.tour.scene import Scene

CHAPTERS: tuple[Callable[[Scene, Notes], None], ...] = (
    first_run,
    sign_in,
    look_around,
    half_typed,
    views,
    register,
    consents,
    complete,
    correct,
    merge,
    person_papers,
    paper_sets,
    registers,
    backup,
    intake,
    decide,
    keep_backup,
    destroy,
    papers,
    second_notice,
    verify,
    lists,
    going_out,
    returned,
    large_text,
    backup_on_close,
    reopen,
    officer_forgot,
    lost_profile,
    forgotten_password,
    choose_items,
    approval_box,
    hold,
    lost_place,
    officer_leaves,
    restore,
    no_trace,
    closing,
    two_pcs,
    another_pc,
)

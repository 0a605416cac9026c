"""How a form came in, as the form itself says it: a call is followed by a paper."""

from easycare_desktop.domain.requests import Channel

CHANNELS = {
    Channel.VISIT: "방문",
    Channel.POST: "우편",
    Channel.FAX: "팩스",
    Channel.PHONE: "전화 후 서면",
    Channel.EMAIL: "전자우편",
}

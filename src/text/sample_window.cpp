#include "text/sample_window.h"

#include <utility>

namespace sourcereel::text {

void SampleWindow::push(Sample sample) {
    samples_.push_back(std::move(sample));
    if (samples_.size() > kCapacity) samples_.pop_front();
    ++pushed_;
}

}  // namespace sourcereel::text
